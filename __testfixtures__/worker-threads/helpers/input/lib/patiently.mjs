export async function patiently(attempt, times) {
  if (typeof attempt !== 'function') throw new TypeError('attempt must be a function');
  while (true) {
    try {
      return await attempt();
    } catch (error) {
      if (--times === 0) throw error;
    }
  }
}
