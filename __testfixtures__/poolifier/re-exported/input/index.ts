export { DynamicThreadPool as Elastic, FixedThreadPool as Rigid } from 'poolifier';
export * as all from 'poolifier';
