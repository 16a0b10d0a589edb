import { TracedThreadPoolExecutor } from "traced-pool"; // the pool
const hive = new TracedThreadPoolExecutor({ filename: "hive.js" });
export const swarm = () => hive.submit("bees");