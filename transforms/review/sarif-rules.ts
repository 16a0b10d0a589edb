import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportingDescriptor } from 'sarif';
import type { Site, SiteKind } from '../engine/contracts.js';
import { REASONS } from '../engine/sites/reasons.js';

interface Rewrite {
  readonly title: string;
  readonly help: string;
}

const REWRITES: Readonly<Record<SiteKind, Rewrite>> = {
  construct: {
    title: 'A pool or queue that loses the context of its tasks',
    help: 'It is built anew as one that carries the OpenTelemetry context of whoever submits a task: a pool as the executor that extends its class, a queue with its worker bound.',
  },
  dispatch: {
    title: 'A task that is dispatched without its context',
    help: 'The call becomes that of the executor, `submit` or `map`, or its job is bound, so that the spans of the task lie under the span that was active here.',
  },
  worker: {
    title: 'A worker that does not take the context of its tasks',
    help: 'The worker file changes together with its pool: it takes the context that comes with a task, and runs the handler in it.',
  },
  type: {
    title: 'A type of a pool that is migrated',
    help: 'The type becomes that of the executor which the pool is built as.',
  },
  import: {
    title: 'An import or a dependency that the migrated code needs',
    help: 'The file imports what it uses of `traced-pool`, and the nearest `package.json` depends on it.',
  },
  mock: {
    title: 'A mock of a library that is migrated',
    help: 'The test mocks what the migrated code imports.',
  },
};

const TITLE_LENGTH = 120;
const REMEDY =
  '`npx traced-pool-codemod --write` makes this change; without `--write` it shows it as a diff.';

function readSections(): ReadonlyMap<string, string> {
  const text = readFileSync(join(__dirname, '..', '..', 'docs', 'reasons.md'), 'utf8');
  const sections = text.replaceAll('\r\n', '\n').split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end).trim(), section.slice(end).trim()];
    }),
  );
}

const toName = (id: string): string => id.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
const toPlain = (markdown: string): string => markdown.replaceAll('`', '');
const unwrap = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** The first sentence, and of a long one what is before its first colon. */
function toTitle(markdown: string): string {
  const sentence = /^[^]*?(?=\.\s|\.?$)/.exec(markdown)?.[0] ?? '';
  return sentence.length > TITLE_LENGTH ? sentence.replace(/: [^]*/, '') : sentence;
}

function createRule(
  id: string,
  title: string,
  markdown: string,
  level: 'note' | 'warning',
): ReportingDescriptor {
  const [first = markdown] = markdown.split('\n\n');
  return {
    id,
    name: toName(id),
    shortDescription: { text: toPlain(unwrap(title)) },
    fullDescription: { text: toPlain(unwrap(first)) },
    help: { text: toPlain(markdown), markdown },
    defaultConfiguration: { level },
    properties: {
      tags: ['opentelemetry', 'tracing'],
      'problem.severity': level === 'note' ? 'recommendation' : 'warning',
    },
  };
}

/** `unproven-receiver` for a refusal, by its code; `rewrite-dispatch` for a rewrite, by its kind. */
export function toRuleId({ outcome, code, kind }: Site): string {
  return outcome === 'refused' ? (code ?? 'refused') : `rewrite-${kind}`;
}

/** What is wrong with the code as it stands, in words for people. */
export function describeRewrite({ kind, variant }: Site): string {
  return variant === null ? REWRITES[kind].title : `${REWRITES[kind].title}; it becomes \`${variant}\``;
}

/** A rule for each refusal code, and one for each kind of rewrite. */
export function createRules(): ReportingDescriptor[] {
  const sections = readSections();
  const refusals = Object.keys(REASONS).map((code) => {
    const help = sections.get(code) ?? code;
    return createRule(code, toTitle(help), help, 'warning');
  });
  const rewrites = Object.entries(REWRITES).map(([kind, { title, help }]) =>
    createRule(`rewrite-${kind}`, title, `${help}\n\n${REMEDY}`, 'note'),
  );
  return [...refusals, ...rewrites];
}
