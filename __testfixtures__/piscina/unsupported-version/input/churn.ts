import Piscina from 'piscina';

const churn = new Piscina({ filename: '/churn.js', useAtomics: false });

export const butter = (cream: string) => churn.runTask(cream, [], '/butter.js').then(() => churn.run(cream));
