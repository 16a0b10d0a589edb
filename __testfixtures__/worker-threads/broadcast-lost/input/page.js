const shared = new BroadcastChannel('shared');
shared.onmessage = ({ data }) => document.body.append(data);
