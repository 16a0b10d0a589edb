import { TracedWorker, inject } from 'traced-pool/context';

export const loom = new TracedWorker(new URL('./weave.mjs', import.meta.url));
export const weave = (thread) => loom.postMessage(thread);
export const weaveLater = (thread) => loom.postMessage(thread);
export const weaveOnEach = (thread) => loom.postMessage(thread);
export const weaveOrNot = (thread) => loom.postMessage(thread);
export const weaveInHouse = (thread) => loom.postMessage(thread);
export const weaveStepwise = (thread) => loom.postMessage(thread);
export const weaveByOther = (thread) => loom.postMessage(thread);
export const weaveAgain = (thread) => loom.postMessage(thread);
export const weaveAgainst = (thread) => loom.postMessage(inject(thread));
export const weaveInTurn = (thread) => loom.postMessage(thread);
export const weaveByRoute = (thread) => loom.postMessage(inject(thread));
export const weaveMade = (thread) => loom.postMessage(inject(thread));
export const weaveMadeAndKept = (thread) => loom.postMessage(thread);
export const weaveServed = (thread) => loom.postMessage(inject(thread));
export const weaveByTrap = (thread) => loom.postMessage(thread);
export const weaveInSteps = (thread) => loom.postMessage(thread);
