#!/usr/bin/env node
/*! Copyright 2019 The Mill. All rights reserved. */
"use strict"

const { TracedThreadPoolExecutor } = require("traced-pool")

const	mill = new TracedThreadPoolExecutor({
	filename: "./mill.js" ,
})

exports.grind = (grain) => mill . submit ( grain )
