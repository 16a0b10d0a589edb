import queue from 'queue'

const jobs = queue({ concurrency: 1, autostart: true })
const slow = (next) => setTimeout(next, 10)
slow.timeout = 50

jobs.push(slow, async () => {})
jobs.unshift(...others())
jobs.splice(0, 1, slow)
jobs.splice(0, 1)

function others () {
  return [(next) => next()]
}
