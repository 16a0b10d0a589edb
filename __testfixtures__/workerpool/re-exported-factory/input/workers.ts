export { pool as createWorkers, type Pool as Workers } from 'workerpool';
