import queue from 'queue'
import { bind } from 'traced-pool/context'

const jobs = queue({ concurrency: 1, autostart: true })
const slow = (next) => setTimeout(next, 10)
slow.timeout = 50

jobs.push(bind(slow), bind(async () => {}))
jobs.unshift(...others().map((job) => bind(job)))
jobs.splice(0, 1, bind(slow))
jobs.splice(0, 1)

function others () {
  return [(next) => next()]
}
