import { say } from './say.mjs';

export function hoist(ship) {
  say(ship, 'hoisted');
  say(ship, 'unloaded');
}
