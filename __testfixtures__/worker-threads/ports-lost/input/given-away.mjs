export const shelves = [];
export const keep = (message) => shelves.push(message);
