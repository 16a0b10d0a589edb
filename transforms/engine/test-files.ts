/** Names by which the common runners find tests, wherever they are. */
const TEST_NAME = /(?:^|\/)(?:__tests__|__mocks__)\/|[._-](?:test|spec|e2e)\.[cm]?[jt]sx?$/i;
/** Folders of tests, where a file of another name has one in it. */
const TEST_FOLDER = /(?:^|\/)(?:tests?|specs?|e2e)\//i;
const TEST_CALL = /\b(?:describe|it|test|suite|before|beforeEach)\s*(?:\.\w+\s*)?\(/;

/** Whether a file is that of a test, by its label or by what is in it: what it calls is called for no request. */
export function isTest(label: string, text: string): boolean {
  return TEST_NAME.test(label) || (TEST_FOLDER.test(label) && TEST_CALL.test(text));
}
