import { ClusterWorker } from 'poolifier';

export default new ClusterWorker(async (data) => data.map((row) => row.length), { maxInactiveTime: 60_000 });
