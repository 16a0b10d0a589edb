import { ThreadWorker } from 'poolifier';

export default new ThreadWorker<string, string[]>((cloth) => (cloth ?? '').split(' '));
