import { EventEmitter } from 'node:events';
import pRetry from 'p-retry';
import {
  again,
  atOnce,
  House,
  inTurn,
  keep,
  kept,
  Layers,
  limited,
  onEach,
  orNot,
  other,
  Routes,
  serve,
  steps,
  stepwise,
  thrice,
  trapped,
  Turns,
  twice,
} from './helpers.mjs';
import * as all from './loom.mjs';

const shop = new EventEmitter();
limited(async () => all.weave('warp'));
kept(() => all.weaveLater('weft'));
onEach(shop, () => all.weaveOnEach('tuft'));
orNot(() => all.weaveOrNot('ply'));
new House().run(() => all.weaveInHouse('tow'));
stepwise(() => all.weaveStepwise('lint')).next();
other(() => all.weaveByOther('floss'));
again(shop, () => all.weaveAgain('yarn'), 2);
pRetry(() => all.weaveAgainst('odds'));
new Turns().use(() => all.weaveInTurn('noil'));
new Routes().get('/cloths', () => all.weaveByRoute('slub'));
const made = twice((thread) => all.weaveMade(thread));
made('bast');
keep(thrice((thread) => all.weaveMadeAndKept(thread)));
new Routes().get(
  '/served',
  serve((url) => all.weaveServed(url)),
);
trapped((thread) => all.weaveByTrap(thread)).any('nep');
for (const step of steps((thread) => all.weaveInSteps(thread))) step();
new Layers().use(async (request, next) => next(all.weaveBetween(request.url)));
// One of several, which are alike by their types.
const either = process.argv[2] ? atOnce : inTurn;
either(() => all.weaveEither('tram'));
let chosen = atOnce;
if (process.argv[2]) chosen = inTurn;
chosen(() => all.weaveChosen('organzine'));
const held = { run: atOnce };
held.run = inTurn;
held.run(() => all.weaveByHeld('filament'));
export const locked = (lock) => lock.use(() => all.weaveByLock('skein'));
