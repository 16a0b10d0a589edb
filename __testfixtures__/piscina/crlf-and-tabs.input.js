#!/usr/bin/env node
/*! Copyright 2019 The Mill. All rights reserved. */
"use strict"

const Piscina = require("piscina")

const	mill = new Piscina({
	filename: "./mill.js" ,
})

exports.grind = (grain) => mill . run ( grain )
