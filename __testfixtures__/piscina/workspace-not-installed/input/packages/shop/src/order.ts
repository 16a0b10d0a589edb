import { bellows } from '@village/smithy';

export const order = (nails: number) => bellows.run(nails);
