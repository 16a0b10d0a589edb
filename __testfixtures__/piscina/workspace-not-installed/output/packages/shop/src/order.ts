import { bellows } from '@village/smithy';

export const order = (nails: number) => bellows.submit(nails);
