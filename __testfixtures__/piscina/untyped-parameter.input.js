// Gets a Piscina from 'piscina', or anything else that has a `run`.
exports.drain = (pool, buckets) => buckets.map((bucket) => pool.run(bucket));
