import type Piscina from 'piscina';

export const press = (churn: Piscina) => churn.run('curds');
