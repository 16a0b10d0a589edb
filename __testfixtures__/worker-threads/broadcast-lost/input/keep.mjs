export const all = [];
export const keep = (channel) => all.push(channel);
