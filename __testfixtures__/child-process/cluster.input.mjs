import cluster from 'node:cluster';
import { execSync } from 'node:child_process';

const worker = cluster.fork();
worker.send(execSync('date').toString());
