const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');

module.exports.once = (page) => new TracedThreadPoolExecutor('./scan.js').submit('scan', [page]);
module.exports.later = async (page) => (await new TracedThreadPoolExecutor('./scan.js')).submit('scan', [page]);
module.exports.inline = () => new (require('traced-pool/workerpool').TracedThreadPoolExecutor)().submit('ping');
module.exports.described = () => typeof new TracedThreadPoolExecutor('./scan.js');
