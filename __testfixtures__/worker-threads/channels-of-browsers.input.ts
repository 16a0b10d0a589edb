// Tabs of one origin, and a frame: no thread of Node.js's has either end.
const tabs = new BroadcastChannel('basket');
const { port1: near, port2: far } = new MessageChannel();

export function put(item: string): void {
  tabs.postMessage({ item });
  near.postMessage({ item });
}

export function connect(frame: Window): void {
  frame.postMessage('connect', '*', [far]);
}

tabs.onmessage = ({ data }) => near.postMessage(data);
