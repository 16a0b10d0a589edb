/** A module's name, where a file imports, requires or mocks it. */
const SPECIFIER =
  /(?:\bfrom|\bimport|(?:\brequire|\bimport|\b(?:mock|doMock|unstable_mockModule|proxyquire|esmock))\s*\()\s*(?:\/\*[^*]*\*\/\s*)?['"]([^'"\n]+)['"]/g;
/** The same where `require` goes by any name: https://nodejs.org/api/module.html#modulecreaterequirefilename. */
const CREATED = /\b[\w$]+\s*\(\s*['"](\.{1,2}\/[^'"\n]+)['"]\s*\)/g;

/** The names of the modules that a text names, without its being parsed. */
export function specifiersIn(text: string): string[] {
  const patterns = text.includes('createRequire') ? [SPECIFIER, CREATED] : [SPECIFIER];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, specifier = '']) => specifier));
}
