// Installs what the tests run beside Node.js, where it is missing and Debian's packages can be installed: the browser that
// shows the review page, and the terminal that the interactive review is tried in.
const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');

const missing = ['chromium', 'tmux'].filter((name) => !existsSync(`/usr/bin/${name}`));
const names = missing.join(' ');
const ADVICE = `the tests need ${names} in /usr/bin: apt-get install -y ${names}`;

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words) => execFileSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(`Missing for the tests, and installed by apt-get: ${names}`);
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', ...missing);
}

if (missing.length > 0) {
  try {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install();
    else console.log(ADVICE);
  } catch (error) {
    console.log(`${ADVICE} (${error.message})`);
  }
}
