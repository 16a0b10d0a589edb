// Installs the browser that the tests of the review page drive, where it is missing and Debian's packages can be installed.
const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');

const CHROMIUM = '/usr/bin/chromium';
const ADVICE = `the tests of the review page need ${CHROMIUM}: apt-get install -y chromium`;

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words) => execFileSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  console.log('Chromium is missing; apt-get installs it for the tests of the review page');
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

if (!existsSync(CHROMIUM)) {
  try {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install();
    else console.log(ADVICE);
  } catch (error) {
    console.log(`${ADVICE} (${error.message})`);
  }
}
