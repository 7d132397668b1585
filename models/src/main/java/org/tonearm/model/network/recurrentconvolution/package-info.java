/**
 * The recurrent convolutional layer of Liang and Hu, "Recurrent Convolutional Neural Network for
 * Object Recognition" (CVPR 2015), as a custom Deeplearning4j layer; Bai and Wang use it for music.
 *
 * <p>Configuration, parameters and implementation stand in a file each. A convolution is a sum of
 * one matrix product a kernel position, over views of one padded buffer ({@link
 * org.tonearm.model.network.recurrentconvolution.PaddedMaps}); nothing is copied out per position.
 */
package org.tonearm.model.network.recurrentconvolution;
