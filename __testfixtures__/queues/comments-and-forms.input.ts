import PQueue from 'p-queue';

declare const ready: boolean;
declare const first: () => number, second: () => number;

const line = new PQueue();
/* before */ line.add(/* the job */ () => 1 /* done */, /* options */ {});
line?.add(ready ? first : second);
line['add'](first ?? second);
(line as PQueue)!.add((first, second));
await line.add(<() => number>first);
line.add(async function named() { return line.add(() => 2); });
line.add();
