import { createRequire } from 'node:module';
import type { ESLint, Linter, Rule } from 'eslint';
import type { Site } from './engine/contracts.js';
import { VERSION } from './engine/runtime-range.js';
import { describeFamily, familyNames, loadFamily } from './families.js';

type OneFileModule = typeof import('./engine/one-file.js');
interface Options {
  readonly refused?: boolean;
}

const load = createRequire(__filename);
const descriptions = familyNames().map((name) => describeFamily(name));
const REPORTED: ReadonlySet<Site['kind']> = new Set(['construct', 'dispatch', 'worker']);

/** Whether a file may have a site: what finds them takes half a second to load. */
function mayHaveSites(text: string): boolean {
  return descriptions.some(({ packages }) => packages.some((name) => text.includes(name)));
}

function describe({ outcome, family, kind, reason }: Site): string {
  if (outcome === 'refused') return reason ?? '';
  const { title } = descriptions.find(({ name }) => name === family) ?? { title: family };
  const what = kind === 'construct' ? `This ${title} is bare` : `This ${title} is bare where it is called`;
  return `${what}: spans of its tasks lose their parents.`;
}

const rule: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Disallow pools and queues that lose the OpenTelemetry context of their tasks' },
    fixable: 'code',
    messages: { bare: '{{ description }}' },
    schema: [
      {
        type: 'object',
        properties: {
          refused: { type: 'boolean', description: 'Whether to report what was refused as well' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ refused: false }],
  },
  create(context) {
    const { text } = context.sourceCode;
    if (!mayHaveSites(text)) return {};
    return {
      'Program:exit'() {
        const [{ refused = false } = {}] = context.options as readonly Options[];
        const { analyseFile } = load('./engine/one-file.js') as OneFileModule;
        const path = /^<\w+>$/.test(context.filename) ? 'input.ts' : context.filename;
        const { sites, outcome } = analyseFile(path, text, familyNames().map(loadFamily));
        const isReported = (site: Site): boolean =>
          (site.outcome === 'rewritten' || (refused && site.outcome === 'refused')) &&
          REPORTED.has(site.kind);
        // Edits are only right together: the first place that is rewritten brings all of them.
        let edits = outcome?.edits ?? [];
        for (const site of sites.filter(isReported)) {
          const own = site.outcome === 'rewritten' ? edits : [];
          if (own.length > 0) edits = [];
          context.report({
            loc: { line: site.line, column: site.column - 1 },
            messageId: 'bare',
            data: { description: describe(site) },
            fix:
              own.length === 0
                ? null
                : (fixer) => own.map(({ start, end, text: by }) => fixer.replaceTextRange([start, end], by)),
          });
        }
      },
    };
  },
};

const plugin: Pick<ESLint.Plugin, 'meta' | 'rules'> = {
  meta: { name: 'traced-pool-codemod', version: VERSION, namespace: 'traced-pool' },
  rules: { 'no-bare-dispatch': rule },
};

const recommended: Linter.Config = {
  name: 'traced-pool/recommended',
  plugins: { 'traced-pool': plugin },
  rules: { 'traced-pool/no-bare-dispatch': 'error' },
};

/** An ESLint plugin, for a flat configuration: its rule finds, and mends, what a file shows by itself. */
const exported: typeof plugin & { readonly configs: { readonly recommended: Linter.Config } } = {
  ...plugin,
  configs: { recommended },
};

export = exported;
