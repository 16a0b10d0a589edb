import { trace } from '@opentelemetry/api';
import fastq from 'fastq';
import { sort } from './sort.mjs';
import { bindQueue } from 'traced-pool/context';

const tracer = trace.getTracer('post');
const courier = bindQueue((bound) => fastq.promise(bound(sort), 1));
const log = [];
courier.drain = () => log.push('drained');
courier.saturated = () => log.push('saturated');
courier.error((error, letter) => error && log.push(`${letter.to}: ${error.message}`));

const request = (to, dispatch) =>
  tracer.startActiveSpan(`request ${to}`, async (span) => {
    const answer = await dispatch({ to }).catch(({ message }) => message);
    span.end();
    return answer;
  });

console.log(
  await Promise.all([
    request('Ada', courier.push),
    request('nobody', courier.push),
    request('Grace', courier.push),
    request('Linus', (letter) => courier.unshift(letter)),
  ]),
);

const letter = { to: 'both' };
const same = ['first', 'second'].map((name) => tracer.startActiveSpan(name, (span) => courier.push(letter).finally(() => span.end())));
console.log(courier.getQueue(), await Promise.all(same));
courier.pause();
void request('lost', courier.push);
courier.kill();
courier.resume();
console.log(courier.length(), log);
