package dk.borgermaaling.schultz.web;

import dk.borgermaaling.schultz.file.Refusal;

/** What an operator is told in Danish, and what to do about it. */
final class FileWords {
  private FileWords() {}

  static String refusal(Refusal reason) {
    return switch (reason) {
      case NO_CHECKSUM -> "Venter på sin kontrolsum (.sha256). Den skal ligge ved siden af filen.";
      case NAME ->
          "Navnet duer ikke: bogstaver a-z, tal, punktum, _ og -, og .xml eller .csv til sidst. Pakkede filer læses ikke.";
      case NOT_A_FILE -> "Det er et link, en mappe eller andet, der ikke er en fil.";
      case CHECKSUM_FORM -> "Kontrolsummen kan ikke læses, eller den hører til en anden fil.";
      case CHECKSUM ->
          "Indholdet passer ikke til kontrolsummen. Intet er læst; bed leverandøren sende filen igen.";
      case GROWING -> "Filen ændrede sig, mens den blev læst. Den prøves igen.";
      case TOO_LARGE -> "Filen er større end gateway.schultz.largest-file. Bed om mindre filer.";
      case ENCODING -> "Filen er ikke UTF-8. Bed leverandøren gemme den som UTF-8.";
      case MALFORMED -> "Filen er ikke, som kontrakten siger. Intet er læst.";
      case WRONG_TENANT -> "Filen siger, at den er en anden kommunes. Intet er læst.";
    };
  }
}
