import { element, plural } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { PageData, PageFault, PageSpan, PageTrace, SpanKey } from './data.js';
import { renderPairs, renderText, renderValues } from './values.js';

const KINDS = ['internal', 'server', 'client', 'producer', 'consumer'];
const STATUSES = ['unset', 'ok', 'error'];
const ARRIVALS: Readonly<Record<PageSpan['arrival'], string>> = {
  nowhere: 'reached no exporter',
  stuck: 'given to an exporter in a worker, which has not told what became of it',
  pending: 'given to an exporter, which has not told what became of it',
  failed: 'given to an exporter, which could not deliver it',
  delivered: 'delivered by an exporter',
  unknown: 'taken by a span processor that does not show its exporter',
};

/** What the details of a span are made with. */
export interface DetailsContext {
  readonly data: PageData;
  readonly trace: PageTrace;
  /** Finds a span's name, where it is on the page. */
  readonly nameOf: (key: SpanKey) => string | undefined;
  readonly onGo: (key: SpanKey) => void;
}

function part(title: string, ...contents: readonly HTMLElement[]): HTMLElement[] {
  return contents.length === 0 ? [] : [element('section', {}, element('h3', {}, title), ...contents)];
}

class Details {
  constructor(
    readonly span: PageSpan,
    readonly context: DetailsContext,
  ) {}

  render(): HTMLElement {
    const { attributes, events, links, faults, resource } = this.span;
    const own = this.context.data.resources[resource] ?? [];
    return element(
      'div',
      { class: 'details-body' },
      ...part('What is wrong', ...faults.map((fault) => this.#renderFault(fault))),
      ...part('Span', renderPairs(this.#listFacts())),
      ...part('Attributes', ...(attributes.length > 0 ? [renderValues(attributes)] : [])),
      ...part(
        'Events',
        ...events.map(({ name, offset, attributes: values }) =>
          element(
            'div',
            { class: 'item' },
            element('p', {}, `${offset} `, renderText(name)),
            renderValues(values),
          ),
        ),
      ),
      ...part(
        'Links',
        ...links.map((link) =>
          element('div', { class: 'item' }, this.#link(link), renderValues(link.attributes)),
        ),
      ),
      element(
        'details',
        {},
        element('summary', {}, `Resource: ${plural(own.length, 'attribute')}`),
        renderValues(own),
      ),
    );
  }

  #renderFault({ kind, advice, detail, dispatchedIn }: PageFault): HTMLElement {
    const known = this.context.data.faults[kind];
    const first = element(
      'p',
      {},
      element('span', { class: 'fault' }, known?.code ?? ''),
      ` This ${known?.one ?? ''}`,
    );
    if (detail !== '') first.append(': ', ...toVisible(detail));
    if (dispatchedIn) first.append(', in ', this.#link(dispatchedIn));
    first.append('.');
    const items = advice.map((index) => element('li', {}, ...toVisible(known?.advice[index] ?? '')));
    return element('div', { class: 'item' }, first, element('ul', { class: 'advice' }, ...items));
  }

  #listFacts(): (readonly [string, HTMLElement])[] {
    const { span } = this;
    const { data, trace } = this.context;
    const thread = data.threads[span.thread];
    const status = STATUSES[span.status] ?? String(span.status);
    const facts: (readonly [string, HTMLElement | string])[] = [
      ['name', renderText(span.name)],
      ['time', span.duration === null ? 'never ended' : span.time],
      ['begins', `${span.offset} into the trace, which began at ${trace.started}`],
      ['thread', `${thread?.name ?? ''}, ${thread?.process ?? ''}`],
      ['kind', KINDS[span.kind] ?? String(span.kind)],
      ['status', span.message === '' ? status : renderText(`${status}: ${span.message}`)],
      ['made at', span.place],
      ['scope', span.scope],
      ['exporter', this.#describeArrival()],
      ['trace id', trace.id],
      ['span id', span.id],
      ['parent', this.#describeParent()],
      ['trace state', span.traceState],
    ];
    return facts.flatMap(([key, value]) => {
      if (value === '') return [];
      return [[key, typeof value === 'string' ? element('span', {}, ...toVisible(value)) : value] as const];
    });
  }

  #describeArrival(): string {
    const { isUnrecorded, isSampled, duration, arrival } = this.span;
    if (isUnrecorded) return 'none: there is no SDK where it was made';
    if (!isSampled) return 'none: it was not sampled';
    return duration === null && arrival === 'nowhere' ? 'none: it has not ended' : ARRIVALS[arrival];
  }

  #describeParent(): HTMLElement | string {
    const { parent, isParentRemote } = this.span;
    if (parent === '') return 'none: it is a root';
    const link = this.#link({ traceId: this.context.trace.id, spanId: parent });
    return isParentRemote ? element('span', {}, link, ', in another process') : link;
  }

  /** A span by its name, which leads to it, or by its id, where it is not on the page. */
  #link(to: SpanKey): HTMLElement {
    const name = this.context.nameOf(to);
    const { spanId, traceId } = to;
    const id = traceId === this.context.trace.id ? spanId : `${spanId} of trace ${traceId}`;
    if (name === undefined) return element('span', {}, ...toVisible(`${id}, which was not seen`));
    const button = element('button', { type: 'button', class: 'go' }, ...toVisible(name));
    button.addEventListener('click', () => this.context.onGo(to));
    return element('span', {}, button, ' ', ...toVisible(id));
  }
}

/** All that is known of a span. */
export function renderDetails(span: PageSpan, context: DetailsContext): HTMLElement {
  const cell = element('div', { role: 'gridcell' }, new Details(span, context).render());
  return element('div', { class: 'details', role: 'row' }, cell);
}
