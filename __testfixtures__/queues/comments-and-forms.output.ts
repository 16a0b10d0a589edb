import PQueue from 'p-queue';
import { bind } from 'traced-pool/context';

declare const ready: boolean;
declare const first: () => number, second: () => number;

const line = new PQueue();
/* before */ line.add(/* the job */ bind(() => 1) /* done */, /* options */ {});
line?.add(bind(ready ? first : second));
line['add'](bind(first ?? second));
(line as PQueue)!.add(bind((first, second)));
await line.add(bind(<() => number>first));
line.add(bind(async function named() { return line.add(bind(() => 2)); }));
line.add();
