import { context, propagation, trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool';

const desk = new TracedThreadPoolExecutor({ filename: new URL('./desk.cjs', import.meta.url).href });
const tracer = trace.getTracer('post-office');

async function send(letter) {
  const baggage = propagation.createBaggage({ sender: { value: `Ms ${letter} ü` } });
  return context.with(propagation.setBaggage(context.active(), baggage), () =>
    tracer.startActiveSpan('send', { attributes: { letter } }, (span) =>
      desk
        .submit(letter)
        .catch((error) => `${error.constructor.name} ${error.message}`)
        .finally(() => span.end()),
    ),
  );
}

console.log(await Promise.all([send('Austen'), send('Brontë'), send('Anon')]));
await desk.close();
