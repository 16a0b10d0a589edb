const FLOW_PRAGMA = /^\s*(?:\/[/*]|\*).*@(?:no)?flow\b/m;

/** Whether a file says that it is written in Flow. */
export function hasFlowPragma(text: string): boolean {
  return FLOW_PRAGMA.test(text.slice(0, 2000));
}
