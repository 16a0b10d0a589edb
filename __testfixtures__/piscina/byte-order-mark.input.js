import Piscina from "piscina"; // the pool
const hive = new Piscina({ filename: "hive.js" });
export const swarm = () => hive.run("bees");