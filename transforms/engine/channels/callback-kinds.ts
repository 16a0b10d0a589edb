import { ts } from 'ts-morph';

/**
 * When a function is run that a call is given: within the call, or later in its context (`kept`); in a context of its
 * own, that of a request or none (`root`); or in a context that may be anybody's.
 */
export type CallbackKind = 'kept' | 'root' | 'listener' | 'unknown';

const KEEPING =
  /^(?:then|catch|finally|forEach|map|flatMap|filter|reduce|some|every|find|findIndex|from|setTimeout|setImmediate|nextTick|queueMicrotask|startActiveSpan|startSpan|with|bind|runInAsyncScope)$/;
const STARTING =
  /^(?:get|post|put|patch|delete|head|options|all|use|route|handle|createServer|command|action|it|test|describe|before|after|beforeEach|afterEach|beforeAll|afterAll)$/;
/** Those that are given what serves requests, and so is given one. */
const SERVING = /^(?:get|post|put|patch|delete|head|options|all|use|route|handle)$/;
const LISTENING = /^(?:on|once|addListener|prependListener|prependOnceListener|addEventListener|subscribe)$/;
/** Events that begin something: servers emit them for each request, in its context. */
const BEGINNING = /^(?:request|connection|secureConnection|upgrade|stream|session|checkContinue|SIG[A-Z]+)$/;

function nameOf(callee: ts.Expression): string {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return ts.isIdentifier(callee) ? callee.text : '';
}

/** `lock.use(() => …)`: it waits for its turn. */
function isGivenTaskAlone({ arguments: given = [] as never }: ts.CallExpression): boolean {
  const [task, ...others] = given;
  const isTask = task !== undefined && (ts.isArrowFunction(task) || ts.isFunctionExpression(task));
  return isTask && others.length === 0 && task.parameters.length === 0;
}

export function kindOfCallback(call: ts.CallExpression | ts.NewExpression): CallbackKind {
  const name = nameOf(call.expression);
  if (ts.isNewExpression(call)) return name === 'Promise' ? 'kept' : 'unknown';
  if (KEEPING.test(name)) return 'kept';
  if (STARTING.test(name)) return SERVING.test(name) && isGivenTaskAlone(call) ? 'unknown' : 'root';
  if (!LISTENING.test(name)) return 'unknown';
  const [event] = call.arguments;
  return event && ts.isStringLiteralLike(event) && BEGINNING.test(event.text) ? 'root' : 'listener';
}

/** Whether a call runs what it is given when others have run. */
export function isTimer(call: ts.Node): boolean {
  return (
    ts.isCallExpression(call) &&
    /^(?:setTimeout|setImmediate|nextTick|queueMicrotask)$/.test(nameOf(call.expression))
  );
}
