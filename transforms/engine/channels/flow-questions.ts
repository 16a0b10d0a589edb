import type { ts } from 'ts-morph';
import type { FunctionUses } from './function-uses.js';

/** What is asked of the rest of a run while a message is followed. */
export interface FlowQuestions {
  readonly uses: FunctionUses;
  /** Whether a call posts a message, and would be given one with its context if that were known. */
  isPost(call: ts.CallExpression): boolean;
  /** Whether a call gives a message its context, as that of a run before does. */
  isInjecting(call: ts.CallExpression): boolean;
}
