package dk.borgermaaling.simulators.digitalpost;

import static dk.borgermaaling.simulators.digitalpost.MemoShape.elements;
import static dk.borgermaaling.simulators.digitalpost.MemoShape.maybe;
import static dk.borgermaaling.simulators.digitalpost.MemoShape.memo;
import static dk.borgermaaling.simulators.digitalpost.MemoShape.one;
import static dk.borgermaaling.simulators.digitalpost.Texts.DECIMAL;
import static dk.borgermaaling.simulators.digitalpost.Texts.NUMBER;
import static dk.borgermaaling.simulators.digitalpost.Texts.TEXT;
import static dk.borgermaaling.simulators.digitalpost.Texts.upTo;

import dk.borgermaaling.simulators.digitalpost.Content.Elements;
import dk.borgermaaling.simulators.digitalpost.Content.Particle;

/** The parts of a MeMo message that come from other vocabularies. */
final class MemoParts {
  private static final String GRD = "https://data.gov.dk/model/core/";
  private static final String GLN =
      "https://www.gs1.dk/gs1-standarder/identifikation/gln-global-location-number/";
  private static final String UDD =
      "https://www.dst.dk/da/TilSalg/Forskningsservice/Dokumentation/hoejkvalitetsvariable/elevregister-2/udd#";
  private static final String FORM = "http://www.form-online.dk/";
  private static final String KLE = "http://kle-online.dk/";
  private static final String DMV = "https://motorregister.skat.dk/";
  private static final String SOR = "https://services.nsi.dk/en/Services/SOR";

  private MemoParts() {}

  static Elements attentionData() {
    return elements(
        maybe("AttentionPerson", elements(maybe("personID", TEXT), maybe("label", TEXT))),
        productionUnit(),
        may(
            GLN,
            "GlobalLocationNumber",
            elements(must(GLN, "globalLocationNumber", NUMBER), may(GLN, "location", TEXT))),
        maybe("EMail", elements(one("emailAddress", TEXT), maybe("relatedAgent", TEXT))),
        may(GRD, "SEnumber", elements(must(GRD, "seNumber", TEXT), may(GRD, "companyName", TEXT))),
        maybe("Telephone", elements(one("telephoneNumber", TEXT), maybe("relatedAgent", TEXT))),
        may(GRD, "EID", elements(must(GRD, "eID", TEXT), may(GRD, "label", TEXT))),
        maybe(
            "ContentResponsible",
            elements(maybe("contentResponsibleID", TEXT), maybe("label", TEXT))),
        maybe("GeneratingSystem", elements(one("generatingSystemID", TEXT), maybe("label", TEXT))),
        may(
            SOR,
            "SORdata",
            elements(must(SOR, "sorIdentifier", TEXT), may(SOR, "entryName", TEXT))),
        address(),
        unstructuredAddress());
  }

  static Elements contactPoint() {
    return elements(
        maybe("contactGroup", TEXT),
        one("contactPointID", TEXT),
        maybe("label", TEXT),
        memo("ContactInfo", 0, 2, elements(one("label", TEXT), one("value", TEXT))));
  }

  static Elements contentData() {
    return elements(
        may(GRD, "CPRdata", elements(must(GRD, "cprNumber", TEXT), may(GRD, "name", TEXT))),
        may(GRD, "CVRdata", elements(must(GRD, "cvrNumber", TEXT), may(GRD, "companyName", TEXT))),
        may(
            DMV,
            "MotorVehicle",
            elements(must(DMV, "licenseNumber", upTo(7)), may(DMV, "chassisNumber", TEXT))),
        may(GRD, "PropertyNumber", elements(must(GRD, "propertyNumber", TEXT))),
        maybe("CaseID", elements(one("caseID", TEXT), one("caseSystem", TEXT))),
        may(KLE, "KLEdata", subject(KLE, "subjectKey")),
        may(FORM, "FORMdata", subject(FORM, "taskKey")),
        productionUnit(),
        may(
            UDD,
            "Education",
            elements(must(UDD, "educationCode", TEXT), may(UDD, "educationName", TEXT))),
        address(),
        unstructuredAddress(),
        memo(
            "AdditionalContentData",
            0,
            10,
            elements(
                maybe("contentDataType", TEXT),
                one("contentDataName", TEXT),
                one("contentDataValue", TEXT))));
  }

  private static Elements subject(String namespace, String key) {
    return elements(
        must(namespace, key, TEXT),
        must(namespace, "version", TEXT),
        may(namespace, "activityFacet", TEXT),
        must(namespace, "label", TEXT));
  }

  private static Particle productionUnit() {
    return may(
        GRD,
        "ProductionUnit",
        elements(must(GRD, "productionUnitNumber", NUMBER), may(GRD, "productionUnitName", TEXT)));
  }

  private static Particle address() {
    Particle[] lines = new Particle[10];
    String[] names = {
      "id", "addressLabel", "houseNumber", "door", "floor", "co", "zipCode", "city", "country"
    };
    for (int i = 0; i < names.length; i++) {
      lines[i] = may(GRD, names[i], TEXT);
    }
    lines[names.length] =
        may(
            GRD,
            "AddressPoint",
            elements(
                may(GRD, "geographicEastingMeasure", DECIMAL),
                may(GRD, "geographicNorthingMeasure", DECIMAL),
                may(GRD, "geographicHeightMeasure", DECIMAL)));
    return may(GRD, "Address", elements(lines));
  }

  private static Particle unstructuredAddress() {
    return may(GRD, "UnstructuredAddress", elements(may(GRD, "unstructured", TEXT)));
  }

  private static Particle must(String namespace, String name, Content content) {
    return new Particle(namespace, name, 1, 1, content);
  }

  private static Particle may(String namespace, String name, Content content) {
    return new Particle(namespace, name, 0, 1, content);
  }
}
