import PQueue = require('p-queue');

const ferry = new PQueue();
const cross = (car: string) => ferry.add(() => car);

export = { cross };
