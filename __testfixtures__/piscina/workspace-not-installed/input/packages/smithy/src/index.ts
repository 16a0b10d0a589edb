export { bellows as default, bellows } from './bellows.js';
