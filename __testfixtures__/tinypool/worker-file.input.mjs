import { workerId } from 'tinypool';

export default function knead(dough) {
  return `${dough} by ${workerId}`;
}
