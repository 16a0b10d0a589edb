process.send(`${process.argv[2]} in ${process.argv[3]}`);
