package com.tagtraum.beatunes.analysis;

/** A piece of work in beaTunes' queue. */
public abstract class Task {}
