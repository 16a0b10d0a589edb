import { element } from '../../../page/browser/dom.js';
import type { Content } from '../../../page/browser/dom.js';
import { toVisible, toVisiblePath } from '../../../page/browser/hidden-characters.js';
import type { PageProofStep, PageSite } from './data.js';

export const OUTCOMES: Readonly<Record<PageSite['outcome'], string>> = {
  rewritten: 'Rewritten',
  refused: 'Refused',
  'already-traced': 'Already traced',
};

/** What is between backticks is code. */
function toProse(text: string): Content[] {
  return text
    .split('`')
    .flatMap((part, index) =>
      index % 2 === 1 ? [element('code', {}, ...toVisible(part))] : toVisible(part),
    );
}

function renderStep({ path, line, text, code }: PageProofStep): HTMLElement {
  return element(
    'li',
    {},
    element('span', { class: 'place' }, toVisiblePath(path), `:${line}`),
    ' ',
    ...toProse(text),
    element('code', { class: 'step-code' }, ...toVisible(code)),
  );
}

function renderProof(proof: readonly PageProofStep[]): HTMLElement[] {
  if (proof.length === 0) return [];
  const places = proof.length === 1 ? '1 place' : `${proof.length} places`;
  const steps = element('ol', {}, ...proof.map(renderStep));
  return [element('details', { class: 'proof' }, element('summary', {}, `Proof: ${places}`), steps)];
}

function renderSite(site: PageSite): HTMLElement {
  const { line, column, family, kind, variant, outcome, code, reason, proof } = site;
  const facts = element(
    'div',
    { class: 'site-facts' },
    element('span', { class: `outcome outcome-${outcome}` }, OUTCOMES[outcome]),
    element('span', { class: 'site-kind' }, variant === null ? kind : `${kind} → ${variant}`),
    ...(code === null ? [] : [element('code', { class: 'site-code' }, code)]),
    element('span', { class: 'site-place' }, `${family} · line ${line}, column ${column}`),
  );
  if (reason === null) {
    facts.append(...renderProof(proof));
    return element('li', { class: 'site' }, facts);
  }
  const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  const why = element('p', { class: 'reason' }, ...toProse(sentence));
  return element('li', { class: 'site' }, facts, why, ...renderProof(proof));
}

/** What was found in a block, and why it was treated so. */
export function renderSites(sites: readonly PageSite[]): HTMLElement[] {
  return sites.length === 0 ? [] : [element('ul', { class: 'sites' }, ...sites.map(renderSite))];
}
