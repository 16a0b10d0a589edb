export const parse = async (file: string): Promise<object> => ({ file });
export const print = async (tree: object): Promise<string> => JSON.stringify(tree);
