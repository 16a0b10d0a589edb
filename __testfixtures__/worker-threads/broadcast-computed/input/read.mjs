const news = new BroadcastChannel('news');
news.onmessage = ({ data }) => console.log(data);
