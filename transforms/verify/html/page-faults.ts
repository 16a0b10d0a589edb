import type { Advisor } from '../advice.js';
import type { Fault, FaultCode, Observation, SeenSpan } from '../contracts.js';
import { FAULT_TEXTS } from '../fault-texts.js';
import { formatPlace, nameExporters } from '../format-verdict.js';
import type { PageFault, PageFaultKind } from './page/data.js';

export interface FaultSources {
  readonly observation: Observation;
  readonly faults: readonly Fault[];
  readonly advisor: Advisor | undefined;
  readonly cwd: string;
}

/** What is said of the faults of a run: of each kind, and of each span. */
export class PageFaults {
  readonly kinds: readonly PageFaultKind[];
  readonly #bySpan = new Map<SeenSpan, PageFault[]>();
  readonly #advice = new Map<FaultCode, string[]>();

  constructor(private readonly sources: FaultSources) {
    const { faults } = sources;
    const codes = (Object.keys(FAULT_TEXTS) as FaultCode[]).filter((code) =>
      faults.some((fault) => fault.code === code),
    );
    for (const fault of faults) {
      const own = this.#bySpan.get(fault.span) ?? [];
      this.#bySpan.set(fault.span, own);
      own.push(this.#toPageFault(fault, codes.indexOf(fault.code)));
    }
    this.kinds = codes.map((code) => {
      const { one, many } = FAULT_TEXTS[code];
      const count = faults.filter((fault) => fault.code === code).length;
      return { code, one, many, count, advice: this.#advice.get(code) ?? [] };
    });
  }

  of(span: SeenSpan): readonly PageFault[] {
    return this.#bySpan.get(span) ?? [];
  }

  #toPageFault(fault: Fault, kind: number): PageFault {
    const { code, dispatch } = fault;
    const found = this.sources.advisor?.adviseOn(fault) ?? [];
    const advice = found.length > 0 ? found : [FAULT_TEXTS[code].remedy];
    const known = this.#advice.get(code) ?? [];
    this.#advice.set(code, known);
    for (const text of advice) if (!known.includes(text)) known.push(text);
    return {
      kind,
      advice: advice.map((text) => known.indexOf(text)),
      detail: this.#describe(fault),
      dispatchedIn: dispatch?.dispatchedIn ?? null,
    };
  }

  #describe({ code, span, dispatch }: Fault): string {
    if (code === 'never-exported') return nameExporters(this.sources.observation, span);
    if (!dispatch) return '';
    const { library, verb, place, dispatchedIn } = dispatch;
    const at = place === undefined ? '' : ` at ${formatPlace(place, this.sources.cwd)}`;
    return `dispatched by ${verb} of ${library}${at}${dispatchedIn ? '' : ', in no request'}`;
  }
}
