import { type Html, html } from '../html/html.ts';
import { augmentationName } from '../state/augmentation.ts';
import type { Described, Format, StateElement, StateProfile } from '../state/declaration.ts';
import { describeFormat, largestOf } from '../state/format.ts';
import { patternOf } from './pattern.ts';
import { placesIn } from './places.ts';

/**
 * XML Schema of the elements: a simple type for each, and for each kind of person and thing an augmentation with those
 * which the profile takes in NIBRS XML. The namespace is the state's own, so that the FBI's document is the state's
 * without it. Escaping is that of HTML, which is XML's.
 */
export function elementsXsd(profile: StateProfile): string {
  const { state, title, version, elements } = profile;
  const namespace = `urn:x-nibrs-state:${state.toLowerCase()}`;
  const carried = elements.filter(({ carriers }) => carriers.augmentation === true);
  const augmentations = [...Map.groupBy(carried, ({ describes }) => describes)];
  const schema = html`<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}" version="${version}" elementFormDefault="qualified">
  <xs:annotation>
    <xs:documentation>${title}. Version ${version}.</xs:documentation>
    <xs:documentation>This namespace is the state's own. It is no part of NIBRS XML, and nothing of it goes to the FBI.</xs:documentation>
    <xs:documentation>${carriedWords(augmentations.length)}</xs:documentation>
  </xs:annotation>
${elements.map((element) => typeOf(element))}${carried.map(
  ({ id }) => html`  <xs:element name="${id}" type="${id}Type"/>\n`,
)}${augmentations.map(([describes, own]) => augmentationOf(profile, describes, own))}</xs:schema>
`;
  return schema.html;
}

function carriedWords(augmentations: number): string {
  return augmentations === 0
    ? 'The state takes none of its elements in NIBRS XML yet: these are the types of their values alone.'
    : 'Each augmentation stands in the augmentation point of the NIEM object that is described.';
}

function typeOf({ id, title, definition, format }: StateElement): Html {
  return html`  <xs:simpleType name="${id}Type">
    <xs:annotation><xs:documentation>${title}. ${definition} ${describeFormat(format)}</xs:documentation></xs:annotation>
    ${restrictionOf(format)}
  </xs:simpleType>
`;
}

function restrictionOf(format: Format): Html {
  switch (format.kind) {
    case 'codes':
      return html`<xs:restriction base="xs:token">${Object.entries(format.codes).map(
        ([code, meaning]) => html`
      <xs:enumeration value="${code}"><xs:annotation><xs:documentation>${meaning}</xs:documentation></xs:annotation></xs:enumeration>`,
      )}
    </xs:restriction>`;
    case 'decimal':
      return html`<xs:restriction base="xs:decimal"><xs:pattern value="${patternOf(format)}"/><xs:minInclusive value="${format.minimum}"/><xs:maxInclusive value="${format.maximum}"/></xs:restriction>`;
    case 'whole':
      return html`<xs:restriction base="xs:integer"><xs:pattern value="${patternOf(format)}"/><xs:minInclusive value="${format.minimum}"/><xs:maxInclusive value="${largestOf(format)}"/></xs:restriction>`;
    case 'date':
      return html`<xs:restriction base="xs:token"><xs:pattern value="${patternOf(format)}"/></xs:restriction>`;
    case 'text':
      return html`<xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="${format.length}"/></xs:restriction>`;
  }
}

function augmentationOf(profile: StateProfile, describes: Described, elements: readonly StateElement[]): Html {
  const name = augmentationName(describes);
  return html`  <xs:element name="${name}" type="${name}Type"/>
  <xs:complexType name="${name}Type">
    <xs:sequence>
${elements.map(
  (element) => html`      <xs:element ref="${element.id}" minOccurs="0" maxOccurs="${placesIn(profile, element)}"/>\n`,
)}    </xs:sequence>
  </xs:complexType>
`;
}
