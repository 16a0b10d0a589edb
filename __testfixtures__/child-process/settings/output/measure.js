const { inject } = require('traced-pool/context');
process.send(inject(`${process.argv[2]} in ${process.argv[3]}`));
