const { BroadcastChannel: Channel } = globalThis;

if (typeof Channel === 'function') new Channel('news').postMessage('page');
