let queue;

async function getQueue() {
  const { default: PQueue } = await import('p-queue');
  return (queue ??= new PQueue());
}

export async function run(job) {
  return (await getQueue()).add(job);
}
